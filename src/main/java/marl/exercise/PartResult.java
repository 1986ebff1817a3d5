package marl.exercise;

/**
 * What happened to one part of a check.
 *
 * @param name what the part looks at
 * @param status how it ended
 * @param points the marks earned: {@code max} or 0
 * @param max the marks of this part
 * @param message the counter-example or the exception in words; empty after a pass
 * @param hint where to look next; empty after a pass
 */
public record PartResult(String name, Status status, double points, double max, String message, String hint) {}
