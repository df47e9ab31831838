//! Workbooks for tests, made by hand as XML: sound ones and malicious ones.
