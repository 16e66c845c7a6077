"""The pages of a batch: how far it is, what is in it, what stands beside what, writing it, its report."""
