"""The store on Azure Table storage, for any number of instances."""
