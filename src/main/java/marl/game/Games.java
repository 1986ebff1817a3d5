package marl.game;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** The classic games, each with the payoffs under which it is best known. */
public final class Games {
    private static final String[] RPS = {"rock", "paper", "scissors"};
    private static final String[] ABC = {"a", "b", "c"};

    private Games() {}

    /**
     * Prisoner's dilemma with temptation 5, reward 3, punishment 1, sucker 0 (Axelrod 1984): only mutual defection is
     * stable.
     */
    public static MatrixGame prisonersDilemma() {
        return MatrixGame.symmetric(
                "Prisoner's dilemma", new String[] {"cooperate", "defect"}, new double[][] {{3, 0}, {5, 1}});
    }

    /** Stag hunt: a stag (4) needs both hunters, a hare (3) is safe; the mixed equilibrium hunts stag with 3/4. */
    public static MatrixGame stagHunt() {
        return MatrixGame.symmetric("Stag hunt", new String[] {"stag", "hare"}, new double[][] {{4, 0}, {3, 3}});
    }

    /**
     * Hawk-dove, also called chicken: fight over a prize worth {@code v} at a cost of {@code c} to the loser (Maynard
     * Smith and Price 1973). With {@code v < c} the mixed equilibrium plays hawk with v/c; otherwise hawk dominates.
     */
    public static MatrixGame hawkDove(double v, double c) {
        if (!(v > 0 && c > 0)) {
            throw new IllegalArgumentException(
                    "The prize v and the cost c must be positive, not " + v + " and " + c + ".");
        }
        return MatrixGame.symmetric("Hawk-dove", new String[] {"hawk", "dove"}, new double[][] {
            {(v - c) / 2, v}, {0, v / 2}
        });
    }

    /** Matching pennies: the row player wins 1 when the coins match, the column player when they differ. */
    public static MatrixGame matchingPennies() {
        String[] sides = {"heads", "tails"};
        return MatrixGame.zeroSum("Matching pennies", sides, sides, new double[][] {{1, -1}, {-1, 1}});
    }

    /** Rock, paper, scissors at stakes of 1; the only equilibrium is uniform. */
    public static MatrixGame rockPaperScissors() {
        return MatrixGame.zeroSum(
                "Rock, paper, scissors", RPS, RPS, new double[][] {{0, -1, 1}, {1, 0, -1}, {-1, 1, 0}});
    }

    /**
     * Rock, paper, scissors where rock beating scissors pays 2; the only equilibrium is (1/4, 1/2, 1/4): more paper,
     * not rock.
     */
    public static MatrixGame rockWin2() {
        return MatrixGame.zeroSum(
                "Rock, paper, scissors (rock wins 2)", RPS, RPS, new double[][] {{0, -1, 2}, {1, 0, -1}, {-2, 1, 0}});
    }

    /**
     * Climbing game of Claus and Boutilier (1998), as the transpose of their table: 11 is best, and hard to reach.
     */
    public static MatrixGame climbing() {
        return MatrixGame.team("Climbing", ABC, ABC, new double[][] {{11, -30, 0}, {-30, 7, 0}, {0, 6, 5}});
    }

    /**
     * Penalty game of Claus and Boutilier (1998): two best joint actions pay 10, mixing them up pays {@code k}, at most
     * 0.
     */
    public static MatrixGame penalty(double k) {
        if (!(k <= 0)) {
            throw new IllegalArgumentException("The penalty k is at most 0, not " + k + ".");
        }
        return MatrixGame.team("Penalty", ABC, ABC, new double[][] {{10, 0, k}, {0, 2, 0}, {k, 0, 10}});
    }

    /**
     * The matrix game of QTRAN (Son et al. 2019, table 1): 8 is best, and no sum or monotone mix of the agents' own values
     * fits the table.
     */
    public static MatrixGame qtran() {
        return MatrixGame.team("QTRAN", ABC, ABC, new double[][] {{8, -12, -12}, {-12, 0, 0}, {-12, 0, 0}});
    }

    /** Pure coordination: 1 for both if they go to the same side, else 0. */
    public static MatrixGame coordination() {
        String[] sides = {"left", "right"};
        return MatrixGame.team("Coordination", sides, sides, new double[][] {{1, 0}, {0, 1}});
    }

    /**
     * Coordination of any number of players: {@code pay} for each of them if all pick the same action, else 0.
     */
    public static MatrixGame coordination(int players, int actions, double pay) {
        if (players < 2 || actions < 2) {
            throw new IllegalArgumentException(
                    "Coordination needs at least 2 players and 2 actions, not " + players + " and " + actions + ".");
        }
        String[] names = new String[actions];
        Arrays.setAll(names, a -> "action " + a);
        return MatrixGame.of("Coordination", Collections.nCopies(players, names), joint -> {
            double[] paid = new double[players];
            Arrays.fill(paid, Arrays.stream(joint).allMatch(a -> a == joint[0]) ? pay : 0);
            return paid;
        });
    }

    /**
     * Battle of the sexes as "Bach or Stravinsky" (Osborne and Rubinstein 1994): together, but each prefers another
     * concert.
     */
    public static MatrixGame battleOfTheSexes() {
        String[] concerts = {"Bach", "Stravinsky"};
        return MatrixGame.bimatrix(
                "Bach or Stravinsky", concerts, concerts, new double[][] {{2, 0}, {0, 1}}, new double[][] {
                    {1, 0}, {0, 2}
                });
    }

    /**
     * Linear public goods: each of {@code n} players puts in all of {@code endowment} or nothing; what is in is
     * multiplied by {@code factor} and shared equally. Keeping dominates when {@code factor < n}, though all giving is
     * better for all when {@code factor > 1}.
     */
    public static MatrixGame publicGoods(int n, double endowment, double factor) {
        if (n < 2 || !(endowment > 0) || !(factor > 0)) {
            throw new IllegalArgumentException(
                    "Public goods needs at least 2 players and a positive endowment and factor, not " + n + ", "
                            + endowment + ", " + factor + ".");
        }
        List<String[]> actions = Collections.nCopies(n, new String[] {"contribute", "keep"});
        return MatrixGame.of("Public goods", actions, joint -> {
            long givers = Arrays.stream(joint).filter(a -> a == 0).count();
            double share = factor * endowment * givers / n;
            return Arrays.stream(joint)
                    .mapToDouble(a -> share + (a == 0 ? 0 : endowment))
                    .toArray();
        });
    }
}
