"""What rows can mean. Each shape is one function from recognised tables to a draft of the tables of the contract."""
