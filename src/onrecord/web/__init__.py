"""The local web application: pages and an API over one record, on this computer, with nothing from elsewhere."""
