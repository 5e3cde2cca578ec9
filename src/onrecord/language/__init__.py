"""What reading and annotating share: tokens and sentences, names and coreference, time, numbers, lexicons."""
