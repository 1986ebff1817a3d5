package marl.selfplay;

import java.util.ArrayList;
import java.util.List;
import marl.agent.Learner;
import marl.agent.Policy;
import marl.agent.Transition;
import marl.random.Rng;

/** A learner that writes down what happens to it; it plays action 0 first, then the others in turn. */
final class Recorder implements Learner {
    final List<Transition> told = new ArrayList<>();
    final List<Long> episodes = new ArrayList<>();
    final List<Double> asked = new ArrayList<>();

    @Override
    public void startEpisode(long episode) {
        episodes.add(episode);
    }

    @Override
    public int act(double[] observation, boolean[] legal, Rng rng) {
        return Policy.anyLegal(legal, rng);
    }

    @Override
    public void learn(Transition t) {
        told.add(t);
    }

    @Override
    public Policy greedy() {
        double frozen = episodes.size();
        return (observation, legal, rng) -> {
            asked.add(frozen);
            return Policy.anyLegal(legal, rng);
        };
    }
}
