package marl.env;

import java.util.Arrays;
import marl.random.Rng;

/**
 * The physics of the particle world (Mordatch &amp; Abbeel 2018; Lowe et al. 2017) for any number of worlds side by side, in flat
 * arrays. It follows MPE2, the version of the Farama Foundation, in its order of steps: forces from the old positions; then
 * positions move with the <b>old</b> velocities; then velocities are damped, pushed and limited. So a control moves an agent one
 * step later. (The first version of the authors moved positions with the new velocities.)
 *
 * <p>Two rules of our own. Bodies whose centres coincide are pushed apart along the first axis, the one of lower number to the
 * right; the original divides 0 by 0 there. And a contact force below 1e-18, beyond 40 margins between two discs, counts as 0.
 */
final class ParticleWorlds {
    private static final double DT = 0.1;
    private static final double KEPT = 1 - 0.25; // what damping leaves of a velocity
    private static final double CONTACT_FORCE = 100;
    private static final double CONTACT_MARGIN = 1e-3;
    private static final double BEYOND = 40 * CONTACT_MARGIN;

    /** Positions, [world][body][2], flat. */
    final double[] position;
    /** Velocities, [world][body][2], flat. */
    final double[] velocity;
    /** What each agent said last, [world][agent][word], flat: zeros for nothing. */
    final double[] said;
    /** The number of a landmark that matters, [world]. */
    final int[] goal;

    private final ParticleScenario scenario;
    private final ParticleBody[] bodies;
    private final int agents;
    private final int words;
    private final double[] force;

    ParticleWorlds(ParticleScenario scenario, int worlds) {
        this.scenario = scenario;
        bodies = scenario.bodies().toArray(new ParticleBody[0]);
        agents = scenario.agents();
        words = scenario.words();
        position = new double[worlds * bodies.length * 2];
        velocity = new double[worlds * bodies.length * 2];
        said = new double[worlds * agents * words];
        goal = new int[worlds];
        force = new double[bodies.length * 2];
    }

    private ParticleWorlds(ParticleWorlds other) {
        scenario = other.scenario;
        bodies = other.bodies;
        agents = other.agents;
        words = other.words;
        position = other.position.clone();
        velocity = other.velocity.clone();
        said = other.said.clone();
        goal = other.goal.clone();
        force = new double[other.force.length];
    }

    ParticleWorlds copy() {
        return new ParticleWorlds(this);
    }

    /** The place of a body's first coordinate in {@link #position} and {@link #velocity}. */
    int at(int world, int body) {
        return (world * bodies.length + body) * 2;
    }

    /** The place of an agent's first word in {@link #said}. */
    int wordAt(int world, int agent) {
        return (world * agents + agent) * words;
    }

    /** Starts a world: everybody at rest and silent, places drawn by the scenario. */
    void begin(int world, Rng rng) {
        Arrays.fill(velocity, at(world, 0), at(world + 1, 0), 0);
        Arrays.fill(said, wordAt(world, 0), wordAt(world + 1, 0), 0);
        scenario.place(this, world, rng);
    }

    /** Puts these bodies, from number {@code first} on, somewhere uniform in a square of this half width. */
    void scatter(int world, int first, int count, double half, Rng rng) {
        int from = at(world, first);
        for (int i = from; i < from + 2 * count; i++) {
            position[i] = rng.uniform(-half, half);
        }
    }

    /** One step of one world. */
    void step(int world, ParticleControls controls) {
        int base = at(world, 0);
        Arrays.fill(force, 0);
        for (int agent = 0; agent < agents; agent++) {
            if (scenario.speaks(agent)) {
                controls.words(world, agent, said, wordAt(world, agent));
            } else {
                controls.push(world, agent, bodies[agent].acceleration(), force, 2 * agent);
            }
        }
        for (int a = 0; a < bodies.length; a++) {
            for (int b = a + 1; b < bodies.length; b++) {
                if (bodies[a].collides() && bodies[b].collides()) {
                    collide(base, a, b);
                }
            }
        }
        for (int body = 0; body < bodies.length; body++) {
            if (bodies[body].movable()) {
                move(base + 2 * body, 2 * body, bodies[body].maxSpeed());
            }
        }
    }

    private void collide(int base, int a, int b) {
        double dx = position[base + 2 * a] - position[base + 2 * b];
        double dy = position[base + 2 * a + 1] - position[base + 2 * b + 1];
        double distance = Math.sqrt(dx * dx + dy * dy);
        double gap = distance - (bodies[a].size() + bodies[b].size());
        if (gap > BEYOND) {
            return;
        }
        double push = CONTACT_FORCE * CONTACT_MARGIN * softplus(-gap / CONTACT_MARGIN);
        boolean together = distance == 0;
        double fx = together ? push : push * dx / distance;
        double fy = together ? 0 : push * dy / distance;
        force[2 * a] += fx;
        force[2 * a + 1] += fy;
        force[2 * b] -= fx;
        force[2 * b + 1] -= fy;
    }

    /** log(1 + exp(x)), without overflow. */
    private static double softplus(double x) {
        return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
    }

    private void move(int at, int forceAt, double maxSpeed) {
        position[at] += velocity[at] * DT;
        position[at + 1] += velocity[at + 1] * DT;
        double vx = velocity[at] * KEPT + force[forceAt] * DT;
        double vy = velocity[at + 1] * KEPT + force[forceAt + 1] * DT;
        if (maxSpeed < Double.POSITIVE_INFINITY) {
            double speed = Math.sqrt(vx * vx + vy * vy);
            if (speed > maxSpeed) {
                vx = vx / speed * maxSpeed;
                vy = vy / speed * maxSpeed;
            }
        }
        velocity[at] = vx;
        velocity[at + 1] = vy;
    }

    /** Whether two bodies overlap: strictly, as all scenarios count it. */
    boolean touch(int world, int a, int b) {
        double reach = bodies[a].size() + bodies[b].size();
        return Math.sqrt(squaredDistance(world, a, b)) < reach;
    }

    double squaredDistance(int world, int a, int b) {
        int i = at(world, a);
        int j = at(world, b);
        double dx = position[i] - position[j];
        double dy = position[i + 1] - position[j + 1];
        return dx * dx + dy * dy;
    }

    /** Writes an agent's velocity and position; returns the next place. */
    int writeSelf(int world, int agent, double[] out, int at) {
        int i = at(world, agent);
        out[at] = velocity[i];
        out[at + 1] = velocity[i + 1];
        out[at + 2] = position[i];
        out[at + 3] = position[i + 1];
        return at + 4;
    }

    /** Writes where a body is, as seen from an agent; returns the next place. */
    int writeRelative(int world, int body, int agent, double[] out, int at) {
        int i = at(world, body);
        int j = at(world, agent);
        out[at] = position[i] - position[j];
        out[at + 1] = position[i + 1] - position[j + 1];
        return at + 2;
    }
}
