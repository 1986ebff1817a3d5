package marl.selfplay;

import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.LongConsumer;
import marl.agent.Policy;
import marl.agent.SoftmaxLearner;
import marl.random.Rng;

/** The loop of {@link SelfPlay}: its settings, which are fixed once it has begun, and everything that a file must hold. */
final class Trainer {
    private static final String[] CHANCE = {"learner", "rival", "game", "sampler", "seats", "pool"};
    private static final int OWN = 0;
    private static final int OTHERS = 1;
    private static final int WORLD = 2;
    private static final int SAMPLER = 3;
    private static final int SEATS = 4;
    private static final int POOL = 5;

    final Arena arena;
    final Role[] roles;
    final Rng[] chance = new Rng[CHANCE.length];
    Sampler sampler = Sampler.mostlyLatest(0.8);
    Seats seats = Seats.SWAPPED;
    int snapshotEvery = 100;
    int refresh = 1;
    long seed;
    int every = Integer.MAX_VALUE;
    LongConsumer then = count -> {};
    long done;
    private boolean begun;

    Trainer(Arena arena, Role... roles) {
        this.arena = arena;
        this.roles = roles;
    }

    void requireNotBegun() {
        if (begun) {
            throw new IllegalStateException("Settings are fixed once self-play has begun; make another SelfPlay.");
        }
    }

    void begin() {
        if (begun) {
            return;
        }
        for (Role role : roles) {
            if (sampler instanceof Sampler.TimeAverage && !(role.learner instanceof SoftmaxLearner)) {
                throw new IllegalArgumentException("A "
                        + role.learner.getClass().getSimpleName()
                        + " keeps no time average; use Sampler.uniform() over a pool of the whole past.");
            }
        }
        for (int i = 0; i < CHANCE.length; i++) {
            chance[i] = Rng.of(seed, "self-play " + CHANCE[i], 0);
        }
        begun = true;
    }

    double[] run(int episodes) {
        begin();
        double[] paid = new double[episodes];
        for (int e = 0; e < episodes; e++) {
            if (Thread.interrupted()) {
                throw new CancellationException(
                        arena.name() + ": stopped by you after " + e + " of " + episodes + " episodes.");
            }
            paid[e] = episode();
            done++;
            if (done % every == 0) {
                then.accept(done);
            }
        }
        return paid;
    }

    private double episode() {
        int seat = switch (seats) {
            case SWAPPED -> (int) (done & 1);
            case RANDOM -> chance[SEATS].below(2);
            case FIRST -> 0;
        };
        Role own = roles[seat % roles.length];
        Role other = roles[(1 - seat) % roles.length];
        int picked = sampler.pick(other.pool, chance[SAMPLER]);
        own.learner.startEpisode(own.trained);
        arena.play(own.learner, rival(other, picked), seat, chance[OWN], chance[OTHERS], chance[WORLD]);
        own.trained++;
        if (picked >= 0) {
            double ahead = Math.signum(arena.paid(seat) - arena.paid(1 - seat));
            other.pool.get(picked).met((1 + ahead) / 2);
        }
        if (own.trained % snapshotEvery == 0) {
            own.pool.add(new Snapshot(own.learner.greedy(), own.trained), chance[POOL]);
        }
        return arena.paid(seat);
    }

    private Policy rival(Role role, int picked) {
        if (picked >= 0) {
            return role.pool.get(picked).policy();
        }
        if (picked == Sampler.AVERAGE) {
            return ((SoftmaxLearner) role.learner).average();
        }
        if (refresh == 1) {
            return arena.latest(role.learner);
        }
        if (role.latest.isEmpty() || role.latest.get().episode() + refresh <= role.trained) {
            role.latest = Optional.of(new Snapshot(role.learner.greedy(), role.trained));
        }
        return role.latest.get().policy();
    }

    /** All settings in words; two runs of equal settings can take each other's place. */
    String settings() {
        OpponentPool pool = roles[0].pool;
        return arena.name() + ", " + roles.length + (roles.length == 1 ? " learner, " : " learners, ") + sampler
                + ", pool of " + pool.capacity() + " " + pool.drop() + ", snapshot every " + snapshotEvery
                + ", latest every " + refresh + ", seats " + seats + ", seed " + seed;
    }
}
