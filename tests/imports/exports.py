"""Files as password managers and browsers write them, with secrets that must never appear anywhere."""

from __future__ import annotations

SECRET = "hunter2-correct-horse"
NOTE = "the PIN of the safe is 4711"

BITWARDEN = f"""\
folder,favorite,type,name,notes,fields,reprompt,login_uri,login_username,login_password,login_totp
,,login,Twitter,"{NOTE}
on two lines",,0,"https://twitter.com/login,https://x.com",marie@example.org,{SECRET},
,1,login,Facebook,,,0,https://www.facebook.com,marie@example.org,{SECRET},
,,note,Safe,{NOTE},,0,,,,
,,login,Bank,,,0,https://bank.example/login,12345678,{SECRET},
"""
BITWARDEN_JSON = f"""\
{{"encrypted": false, "folders": [], "items": [
  {{"type": 1, "name": "Twitter", "notes": "{NOTE}",
    "login": {{"uris": [{{"match": null, "uri": "https://twitter.com/login"}}], "username": "marie@example.org",
      "password": "{SECRET}", "totp": null}}}},
  {{"type": 1, "name": "App", "login": {{"uris": [{{"uri": "androidapp://com.instagram.android"}}],
    "username": null, "password": "{SECRET}"}}}},
  {{"type": 2, "name": "Safe", "notes": "{NOTE}", "secureNote": {{"type": 0}}}}
]}}
"""
ONE_PASSWORD = f"""\
Title,Url,Username,Password,OTPAuth,Favorite,Archived,Tags,Notes
Twitter,https://twitter.com/login,marie@example.org,{SECRET},,false,false,,{NOTE}
"""
KEEPASSXC = f"""\
"Group","Title","Username","Password","URL","Notes","TOTP","Icon","Last Modified","Created"
"Root","Twitter","marie@example.org","{SECRET}","https://twitter.com","{NOTE}","","0","2026-01-01","2026-01-01"
"""
FIREFOX = f"""\
"url","username","password","httpRealm","formActionOrigin","guid","timeCreated","timeLastUsed","timePasswordChanged"
"https://twitter.com","marie@example.org","{SECRET}",,"https://twitter.com","{{a}}","1","2","3"
"""
CHROME = f"""\
name,url,username,password,note
twitter.com,https://twitter.com/login,marie@example.org,{SECRET},{NOTE}
,android://aGFzaA==@com.instagram.android/,marie,{SECRET},
"""
PROTON = f"""\
type,name,url,email,username,password,note,totp,createTime,modifyTime,vault
login,Twitter,"https://twitter.com/login, https://x.com",marie@example.org,,{SECRET},{NOTE},,1700000000,1700000000,Me
alias,An alias,,alias@passmail.net,,,,,1700000000,1700000000,Me
"""
PROTON_JSON = f"""\
{{"version": "1.20.0", "userId": "u", "encrypted": false, "vaults": {{"v": {{"name": "Me", "items": [
  {{"itemId": "1", "data": {{"metadata": {{"name": "Twitter", "note": "{NOTE}"}}, "type": "login", "content":
    {{"itemEmail": "marie@example.org", "itemUsername": "", "password": "{SECRET}", "totpUri": "",
      "urls": ["https://twitter.com/login"]}}}}}},
  {{"itemId": "2", "data": {{"metadata": {{"name": "Safe", "note": "{NOTE}"}}, "type": "note", "content": {{}}}}}}
]}}}}}}
"""
DASHLANE = f"""\
username,username2,username3,title,password,note,url,category,otpSecret
marie@example.org,,,Twitter,{SECRET},{NOTE},https://twitter.com/login,,
,marie,,Facebook,{SECRET},,https://www.facebook.com,Social,
"""
ONE_PASSWORD_DATA = f"""\
{{"accounts": [{{"attrs": {{"email": "marie@example.org"}}, "vaults": [{{"attrs": {{"name": "Me"}}, "items": [
  {{"uuid": "1", "overview": {{"title": "Twitter", "url": "https://twitter.com/login", "urls": null}},
    "details": {{"notesPlain": "{NOTE}", "loginFields": [
      {{"designation": "password", "value": "{SECRET}"}},
      {{"designation": "username", "value": "marie@example.org"}}]}}}},
  {{"uuid": "2", "overview": {{"title": "Safe"}}, "details": {{"notesPlain": "{NOTE}"}}}}
]}}]}}]}}
"""
ROBOFORM = f"""\
Name,Url,MatchUrl,Login,Pwd,Note,Folder,RfFieldsV2
Twitter,https://twitter.com/login,https://twitter.com,marie@example.org,{SECRET},{NOTE},,
"""
KEEPASS = f"""\
"Account","Login Name","Password","Web Site","Comments"
"Twitter","marie@example.org","{SECRET}","https://twitter.com/login","{NOTE}"
"""
KEEPASS_XML = f"""\
<?xml version="1.0" encoding="utf-8" standalone="yes"?>
<KeePassFile><Root><Group><Name>Root</Name>
<Entry>
<String><Key>Notes</Key><Value>{NOTE}</Value></String>
<String><Key>Password</Key><Value ProtectInMemory="True">{SECRET}</Value></String>
<String><Key>URL</Key><Value>https://twitter.com/login?a=1&amp;b</Value></String>
<String><Key>UserName</Key><Value>marie@example.org</Value></String>
<History><Entry>
<String><Key>URL</Key><Value>https://bank.example</Value></String>
<String><Key>Password</Key><Value>{SECRET}</Value></String>
</Entry></History>
</Entry>
<Entry><String><Key>Title</Key><Value>Safe</Value></String></Entry>
</Group></Root></KeePassFile>
"""
ENPASS_JSON = f"""\
{{"folders": [], "items": [{{"title": "Twitter", "note": "{NOTE}", "fields": [
  {{"type": "username", "value": "marie@example.org"}}, {{"type": "password", "value": "{SECRET}"}}]}}]}}
"""
BOOKMARKS = """\
<!DOCTYPE NETSCAPE-Bookmark-file-1>
<TITLE>Bookmarks</TITLE>
<DL><p>
  <DT><H3>Social</H3>
  <DL><p>
    <DT><A HREF="https://x.com/home" ADD_DATE="1" ICON="data:image/png;base64,AAAA">X [/]</A>
    <DT><A HREF="javascript:alert(1)">a script</A>
    <DT><A HREF="https://www.linkedin.com/feed/">LinkedIn</A>
  </DL><p>
</DL><p>
"""
CHROMIUM_BOOKMARKS = """\
{"checksum": "0", "roots": {"bookmark_bar": {"type": "folder", "children": [
  {"type": "url", "name": "X", "url": "https://x.com/"},
  {"type": "folder", "name": "Work", "children": [{"type": "url", "url": "https://www.linkedin.com/"}]}]},
 "other": {"children": []}, "synced": {"children": []}}, "version": 1}
"""
FIREFOX_BOOKMARKS = """\
{"guid": "root________", "title": "", "children": [{"title": "menu", "children": [
  {"title": "X", "uri": "https://x.com/"}, {"uri": "https://www.linkedin.com/"}]}]}
"""
LIST = """\
platform,name,type,owner,client,tags
X,@acme,business,Marie,Acme,"Press, brand"
https://www.instagram.com/acme,acme,,,Acme,
"""
