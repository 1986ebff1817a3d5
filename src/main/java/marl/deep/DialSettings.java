package marl.deep;

/**
 * How a {@link Dial} is built.
 *
 * @param differentiable whether gradients may flow through messages: DIAL, else RIAL
 * @param cut whether they are cut all the same, the mistake of storing messages
 * @param silent whether no message ever arrives
 * @param hidden the size of the recurrent unit
 * @param batch episodes for each update
 * @param learningRate of Adam
 * @param clip the longest gradient
 * @param epsilon the share of random decisions while training
 * @param sigma the standard deviation of the noise on messages
 * @param targetEvery after how many updates the target network is renewed
 * @param seed of weights and episodes
 */
public record DialSettings(
        boolean differentiable,
        boolean cut,
        boolean silent,
        int hidden,
        int batch,
        double learningRate,
        double clip,
        double epsilon,
        double sigma,
        int targetEvery,
        long seed) {}
