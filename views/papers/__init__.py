"""Council papers: what their proposals are called, and what stands in the way of reading one."""
