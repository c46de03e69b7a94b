package io.tweestap.login.web;

import io.tweestap.login.enroll.ProofOutcome;
import java.time.Instant;

/// A code is on its way to an address of the user.
record ProofView(String channel, String to, Instant nextSendAt, Instant expiresAt) {
  static ProofView of(ProofOutcome.Sent sent) {
    return new ProofView(sent.channel().text(), sent.to(), sent.nextSendAt(), sent.expiresAt());
  }
}
