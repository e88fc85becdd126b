"""Files that are not in our columns, such as registers, lists, matrices and networks, to tables of the contract."""
