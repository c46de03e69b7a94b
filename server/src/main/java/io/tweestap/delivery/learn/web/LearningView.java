package io.tweestap.delivery.learn.web;

import io.tweestap.delivery.learn.LearningReport;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What was learned, as the API shows it.
record LearningView(
    String mode, boolean lowConversion, long halfLifeSeconds, List<CarrierView> carriers) {
  /// One carrier in one country, see [LearningReport.One].
  record CarrierView(
      String channel,
      String country,
      String carrier,
      BigDecimal sent,
      BigDecimal typed,
      BigDecimal share,
      @Nullable String behind,
      long shadowed,
      long agreed) {
    static CarrierView of(LearningReport.One one) {
      return new CarrierView(
          one.channel().text(),
          one.country(),
          one.carrier(),
          rounded(one.counts().sent()),
          rounded(one.counts().typed()),
          rounded(one.counts().share()),
          one.behind().orElse(null),
          one.shadowed(),
          one.agreed());
    }

    private static BigDecimal rounded(double number) {
      return BigDecimal.valueOf(number).setScale(3, RoundingMode.HALF_UP);
    }
  }

  static LearningView of(LearningReport report) {
    return new LearningView(
        report.mode().text(),
        report.lowConversion(),
        report.halfLife().toSeconds(),
        report.now().stream().map(CarrierView::of).toList());
  }
}
