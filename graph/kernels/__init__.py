"""Compiled graph algorithms over arrays: one file an algorithm, each naming its source.

Networks come as compressed sparse rows (`graph.kernels.arrays.Ties`), rows sorted, without self-ties; an
undirected tie stands in both rows. NetworkX is the oracle in the tests.
"""
