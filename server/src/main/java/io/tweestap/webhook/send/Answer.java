package io.tweestap.webhook.send;

import io.tweestap.webhook.DeliveryError;

/// How one attempt ended.
sealed interface Answer {
  /// The endpoint answered with this HTTP status.
  record Status(int code) implements Answer {
    /// Only 2xx counts as delivered; a redirect is not followed.
    boolean success() {
      return code >= 200 && code < 300;
    }
  }

  /// There was no answer.
  record None(DeliveryError error) implements Answer {}
}
