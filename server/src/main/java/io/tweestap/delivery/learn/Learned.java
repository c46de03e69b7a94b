package io.tweestap.delivery.learn;

import java.util.List;

/// What learning would have chosen, or did, with its numbers; kept beside the message.
///
/// @param mode whether it decided
/// @param carrier its choice
/// @param draws by carrier, the best first
public record Learned(LearningMode mode, String carrier, List<Numbers> draws) {
  /// The numbers of one carrier, see [Thompson].
  public record Numbers(
      String carrier, double sent, double typed, double drawn, double cost, double utility) {
    static Numbers of(Thompson.Draw draw) {
      return new Numbers(
          draw.carrier(),
          rounded(draw.counts().sent()),
          rounded(draw.counts().typed()),
          rounded(draw.drawn()),
          draw.cost(),
          rounded(draw.utility()));
    }

    private static double rounded(double number) {
      return Math.round(number * 10_000) / 10_000.0;
    }
  }

  static Learned of(LearningMode mode, List<Thompson.Draw> draws) {
    return new Learned(mode, draws.getFirst().carrier(), draws.stream().map(Numbers::of).toList());
  }
}
