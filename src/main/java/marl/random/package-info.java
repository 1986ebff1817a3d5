/**
 * Seeded, copyable random numbers, the one source of chance in the course, and checks of arguments. The lowest room: it imports
 * no other, and every other may import it.
 *
 * <p>Read {@link marl.random.Rng} first: {@code Rng.of(seed, purpose, number)} gives a generator of its own to each purpose and
 * episode, so that what one part draws never moves what another draws. {@link marl.random.Require} says what is wrong with an
 * argument in one sentence.
 *
 * <p>What is added here must be of use in every room and need none of them: a new distribution goes into {@code Rng}, with a
 * test of its moments; a new check into {@code Require}, unless it is about games, environments or networks.
 */
package marl.random;
