package marl.env;

class SpeakerListenerGameTest extends MarkovGameContract {
    @Override
    protected MarkovGame game() {
        return ParticleGame.speakerListener().continuous();
    }

    @Override
    protected boolean stochastic() {
        return true;
    }
}
