"""Who carries whose text: fingerprints, candidates, passages, lineage."""
