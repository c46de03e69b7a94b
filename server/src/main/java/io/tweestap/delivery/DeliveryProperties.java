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
/// @param resendLost which messages that a carrier took, and then reports as lost, go to the next
///   carrier, where no rule says otherwise
/// @param carriersMax how many carriers a lost message is given to at most, the first included, 2
///   to 5
@ConfigurationProperties(value = "tweestap.delivery", ignoreUnknownFields = false)
public record DeliveryProperties(
    @DefaultValue("service") Resend resendUnanswered,
    @Nullable Duration noReceiptAfter,
    @DefaultValue("code") Resend noReceiptFor,
    @DefaultValue("code") Resend resendLost,
    @DefaultValue("3") int carriersMax) {
  private static final Duration LEAST = Duration.ofSeconds(5);
  private static final Duration MOST = Duration.ofHours(1);

  public DeliveryProperties {
    if (noReceiptAfter != null
        && (noReceiptAfter.compareTo(LEAST) < 0 || noReceiptAfter.compareTo(MOST) > 0)) {
      throw new IllegalArgumentException(
          "tweestap.delivery.no-receipt-after must be 5 seconds to one hour");
    }
    if (carriersMax < 2 || carriersMax > 5) {
      throw new IllegalArgumentException("tweestap.delivery.carriers-max must be 2 to 5");
    }
  }

  /// Up to which priority.
  public enum Resend {
    /// None.
    NONE,
    /// Codes only.
    CODE,
    /// Codes, and what users and customers are told about their own things.
    SERVICE,
    /// Marketing too.
    ALL;

    public boolean includes(Priority priority) {
      return switch (this) {
        case NONE -> false;
        case CODE -> priority == Priority.CODE;
        case SERVICE -> priority != Priority.BULK;
        case ALL -> true;
      };
    }
  }
}
