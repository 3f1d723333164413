"""Files that go to others: reports, letters, dossiers, and evidence packed with its sums.

Makes them of a profile and the reports' models; knows neither commands nor screens.
"""
