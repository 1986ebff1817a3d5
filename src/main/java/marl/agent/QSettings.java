package marl.agent;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import marl.env.ObservationIndex;
import marl.random.Require;

/**
 * The settings of a tabular Q-learner, all of them named.
 *
 * @param index numbers the observations
 * @param actions the number of actions
 * @param alpha the step size over episodes, or over visits
 * @param alphaByVisits whether alpha counts the earlier visits of a state and action instead of episodes
 * @param epsilon the exploration rate over episodes
 * @param gamma the discount factor in [0, 1]
 * @param backup what the next state is worth
 * @param initialValue what all values start at
 * @param hysteresis the factor on the step size when the error is negative: 1 for Q-learning, between for a hysteretic
 *     learner (Matignon et al. 2007), 0 for distributed Q-learning (Lauer &amp; Riedmiller 2000)
 */
public record QSettings(
        ObservationIndex index,
        int actions,
        Schedule alpha,
        boolean alphaByVisits,
        Schedule epsilon,
        double gamma,
        Backup backup,
        double initialValue,
        double hysteresis) {

    /** Collects settings by name; alpha, epsilon and gamma have no default, because no value of them is right for all. */
    public static final class Builder {
        private static final String[] NO_DEFAULT = {"alpha", "epsilon", "gamma"};

        private final ObservationIndex index;
        private final int actions;
        private Optional<Schedule> alpha = Optional.empty();
        private boolean alphaByVisits;
        private Optional<Schedule> epsilon = Optional.empty();
        private OptionalDouble gamma = OptionalDouble.empty();
        private Backup backup = Backup.max();
        private double initialValue;
        private double hysteresis = 1;

        Builder(ObservationIndex index, int actions) {
            if (actions < 1) {
                throw new IllegalArgumentException("A learner needs at least one action, but got " + actions + ".");
            }
            this.index = index;
            this.actions = actions;
        }

        /** A constant step size. */
        public Builder alpha(double value) {
            return alpha(Schedule.constant(value));
        }

        /** The step size at each episode. */
        public Builder alpha(Schedule perEpisode) {
            alpha = Optional.of(perEpisode);
            alphaByVisits = false;
            return this;
        }

        /** The step size at the n-th visit of each state and action, n counted from 0. */
        public Builder alphaPerVisit(Schedule perVisit) {
            alpha = Optional.of(perVisit);
            alphaByVisits = true;
            return this;
        }

        /** A constant exploration rate. */
        public Builder epsilon(double value) {
            return epsilon(Schedule.constant(value));
        }

        /** The exploration rate at each episode. */
        public Builder epsilon(Schedule perEpisode) {
            epsilon = Optional.of(perEpisode);
            return this;
        }

        /**
         * The discount factor.
         *
         * @throws IllegalArgumentException unless it is in [0, 1]
         */
        public Builder gamma(double value) {
            if (!(value >= 0 && value <= 1)) {
                throw new IllegalArgumentException("The discount gamma is in [0, 1], but got " + value + ".");
            }
            gamma = OptionalDouble.of(value);
            return this;
        }

        /** What the next state is worth; the maximum unless said otherwise. */
        public Builder backup(Backup value) {
            backup = value;
            return this;
        }

        /** What all values start at; 0 unless said otherwise. High values are optimism, which explores. */
        public Builder initialValue(double value) {
            initialValue = value;
            return this;
        }

        /**
         * The smaller rate of a hysteretic learner, as a factor on the step size when the error is negative; 1 unless said
         * otherwise.
         *
         * @throws IllegalArgumentException unless it is in [0, 1]
         */
        public Builder hysteresis(double factor) {
            if (!(factor >= 0 && factor <= 1)) {
                throw new IllegalArgumentException("The hysteresis is a factor in [0, 1], but got " + factor + ".");
            }
            hysteresis = factor;
            return this;
        }

        /**
         * A learner.
         *
         * @throws IllegalStateException if alpha, epsilon or gamma was not given
         */
        public QLearner build() {
            return new QLearner(settings());
        }

        /**
         * Equal, independent learners, one for each agent.
         *
         * @throws IllegalStateException if alpha, epsilon or gamma was not given
         */
        public List<Learner> team(int agents) {
            return QLearner.team(settings(), agents);
        }

        /**
         * The settings alone.
         *
         * @throws IllegalStateException if alpha, epsilon or gamma was not given
         */
        public QSettings settings() {
            Require.given("a learner", NO_DEFAULT, alpha.isPresent(), epsilon.isPresent(), gamma.isPresent());
            return new QSettings(
                    index,
                    actions,
                    alpha.get(),
                    alphaByVisits,
                    epsilon.get(),
                    gamma.getAsDouble(),
                    backup,
                    initialValue,
                    hysteresis);
        }
    }
}
