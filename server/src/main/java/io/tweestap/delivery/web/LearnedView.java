package io.tweestap.delivery.web;

import io.tweestap.delivery.learn.Learned;
import java.math.BigDecimal;
import java.util.List;

/// What learning said to the first carrier of a message.
///
/// @param mode `shadow` where it only says what it would have chosen
/// @param carrier its choice
/// @param draws by carrier, the best first
record LearnedView(String mode, String carrier, List<DrawView> draws) {
  /// The numbers of one carrier.
  record DrawView(
      String carrier,
      BigDecimal sent,
      BigDecimal typed,
      BigDecimal drawn,
      BigDecimal cost,
      BigDecimal utility) {
    static DrawView of(Learned.Numbers one) {
      return new DrawView(
          one.carrier(),
          BigDecimal.valueOf(one.sent()),
          BigDecimal.valueOf(one.typed()),
          BigDecimal.valueOf(one.drawn()),
          BigDecimal.valueOf(one.cost()),
          BigDecimal.valueOf(one.utility()));
    }
  }

  static LearnedView of(Learned learned) {
    return new LearnedView(
        learned.mode().text(),
        learned.carrier(),
        learned.draws().stream().map(DrawView::of).toList());
  }
}
