package marl.grade.intake;

/**
 * A line of the class list.
 *
 * @param id what submissions are filed under
 * @param name the full name; empty if the list has none
 * @param email the address; empty if the list has none
 */
public record Student(String id, String name, String email) {}
