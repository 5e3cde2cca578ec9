"""The main job over many documents: the same read and annotate on several processes, kept one by one."""
