package kz.legality.finding;

/** One event a finding rests on: the stream it stands in and its sequence there. */
public record FactRef(String stream, long sequence) {}
