package marl.deep;

import marl.nn.Activation;
import marl.nn.Embedding;
import marl.nn.Mlp;
import marl.nn.Precision;
import marl.random.Rng;

/** The layers of a {@link CommNet}, each drawn from chance of its own, so that a setting more leaves the other layers as they were. */
record CommNetParts(CommNetSettings settings, Precision precision, long seed) {
    Embedding embedding() {
        return Embedding.of(precision, Rng.of(seed, "embedding", 0), settings.things(), settings.hidden());
    }

    Mlp round(int k) {
        int again = k > 0 && settings.skip() ? settings.hidden() : 0;
        return layer("round", k, settings.hidden() + settings.heard() + again, settings.hidden());
    }

    Mlp speaker(int k) {
        return layer("message", k, settings.hidden(), settings.width());
    }

    Mlp key(String name, int k) {
        return layer(name, k, settings.hidden(), settings.keys());
    }

    Mlp out() {
        return layer("out", 0, settings.hidden(), settings.actions());
    }

    private Mlp layer(String name, int k, int in, int out) {
        return Mlp.named(name + k, Activation.TANH, precision, Rng.of(seed, name, k), in, out);
    }
}
