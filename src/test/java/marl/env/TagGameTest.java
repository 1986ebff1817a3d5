package marl.env;

class TagGameTest extends MarkovGameContract {
    @Override
    protected MarkovGame game() {
        return ParticleGame.tag();
    }

    @Override
    protected boolean stochastic() {
        return true;
    }
}
