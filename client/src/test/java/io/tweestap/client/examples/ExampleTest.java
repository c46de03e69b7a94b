package io.tweestap.client.examples;

import io.tweestap.client.Tweestap;
import io.tweestap.client.factor.BeginFactorOutcome;
import io.tweestap.client.factor.BegunFactor;
import io.tweestap.client.factor.FactorAttempt;
import io.tweestap.client.factor.FactorKind;
import io.tweestap.client.factor.NewFactor;
import io.tweestap.client.factor.VerifyOutcome;
import io.tweestap.client.sandbox.HandsetMessage;
import io.tweestap.client.user.UserChange;
import io.tweestap.otp.OtpSecret;
import io.tweestap.otp.Totp;
import io.tweestap.testkit.ServerProcess;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/// Base of the examples: they run against the program itself, as one of its applications.
abstract class ExampleTest {
  private static final AtomicInteger COUNT = new AtomicInteger();
  private static final ServerProcess SERVER = ServerProcess.shared();
  static final Tweestap tweestap =
      Tweestap.at(SERVER.address()).credentials(SERVER.clientId(), SERVER.clientSecret()).build();

  final List<String> shown = new ArrayList<>();

  void show(String text) {
    shown.add(text);
  }

  /// An authenticator app in somebody's hand.
  record App(UUID id, OtpSecret secret) {
    /// The code after the one that was spent when the app was set up.
    String code() {
      return Totp.standard().code(secret, now().plusSeconds(30));
    }
  }

  static Instant now() {
    return Clock.systemUTC().instant();
  }

  /// A user that no other test knows.
  static String newUser() {
    String ref = "user-" + COUNT.incrementAndGet();
    tweestap.users().put(ref, UserChange.empty());
    return ref;
  }

  /// The user's new app, set up.
  static App app(String user) {
    var outcome = tweestap.factors().begin(user, NewFactor.of(FactorKind.TOTP));
    BegunFactor begun = ((BeginFactorOutcome.Begun) outcome).begun();
    OtpSecret secret = OtpSecret.ofBase32(begun.setup().pairingCode().value());
    UUID id = begun.factor().id();
    FactorAttempt first = FactorAttempt.of(Totp.standard().code(secret, now()));
    if (tweestap.factors().confirm(user, id, first) instanceof VerifyOutcome.Right<?>) {
      return new App(id, secret);
    }
    throw new AssertionError("the app was not taken");
  }

  /// The newest code at a number or a mail address, once there is one. Asking takes time enough for
  /// the message to arrive.
  static String codeAt(String handset) {
    for (int i = 0; i < 500; i++) {
      for (HandsetMessage message : tweestap.sandbox().messages(handset)) {
        for (String word : message.text().value().split("\\W+")) {
          if (word.matches("\\d{6,8}")) {
            return word;
          }
        }
      }
    }
    throw new AssertionError("no code arrived at " + handset);
  }
}
