package marl.env;

/**
 * A disc of the particle world, of mass 1.
 *
 * @param size its radius
 * @param acceleration what a unit of control is multiplied by to become a force
 * @param maxSpeed the longest velocity; infinite for no limit
 * @param movable whether forces move it
 * @param collides whether it pushes others away that collide, too
 */
record ParticleBody(double size, double acceleration, double maxSpeed, boolean movable, boolean collides) {

    /** An agent that moves without a limit of speed. */
    static ParticleBody agent(double size, double acceleration, boolean collides) {
        return new ParticleBody(size, acceleration, Double.POSITIVE_INFINITY, true, collides);
    }

    /** Something that stays where it is. */
    static ParticleBody fixed(double size, boolean collides) {
        return new ParticleBody(size, 0, Double.POSITIVE_INFINITY, false, collides);
    }
}
