package io.tweestap.delivery;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How messages out are treated, whichever carrier they go to.
///
/// @param resendUnanswered which messages are sent again when a carrier gave no answer, so that the
///   person may get them twice
/// @param noReceiptAfter when a message that a carrier took, and that no receipt has ended, goes to
///   the next carrier too, once, 5 seconds to 1 hour; null means never
/// @param noReceiptFor which messages do
@ConfigurationProperties(value = "tweestap.delivery", ignoreUnknownFields = false)
record DeliveryProperties(
    @DefaultValue("service") Resend resendUnanswered,
    @Nullable Duration noReceiptAfter,
    @DefaultValue("code") Resend noReceiptFor) {
  private static final Duration LEAST = Duration.ofSeconds(5);
  private static final Duration MOST = Duration.ofHours(1);

  DeliveryProperties {
    if (noReceiptAfter != null
        && (noReceiptAfter.compareTo(LEAST) < 0 || noReceiptAfter.compareTo(MOST) > 0)) {
      throw new IllegalArgumentException(
          "tweestap.delivery.no-receipt-after must be 5 seconds to one hour");
    }
  }

  /// Up to which priority.
  enum Resend {
    /// None.
    NONE,
    /// Codes only.
    CODE,
    /// Codes, and what users and customers are told about their own things.
    SERVICE,
    /// Marketing too.
    ALL;

    boolean includes(Priority priority) {
      return switch (this) {
        case NONE -> false;
        case CODE -> priority == Priority.CODE;
        case SERVICE -> priority != Priority.BULK;
        case ALL -> true;
      };
    }
  }
}
