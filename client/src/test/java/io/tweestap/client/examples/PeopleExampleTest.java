package io.tweestap.client.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.tweestap.client.Secret;
import io.tweestap.client.account.NewAccountLink;
import io.tweestap.client.apppassword.AppPassword;
import io.tweestap.client.apppassword.AppPasswordCheck;
import io.tweestap.client.apppassword.CreateOutcome;
import io.tweestap.client.apppassword.NewAppPassword;
import io.tweestap.client.disconnect.Disconnect;
import io.tweestap.client.disconnect.DisconnectOutcome;
import io.tweestap.client.disconnect.DisconnectState;
import io.tweestap.client.disconnect.NewDisconnect;
import io.tweestap.client.factor.BeginFactorOutcome;
import io.tweestap.client.factor.BegunFactor;
import io.tweestap.client.factor.ConfirmedFactor;
import io.tweestap.client.factor.FactorAttempt;
import io.tweestap.client.factor.FactorKind;
import io.tweestap.client.factor.NewFactor;
import io.tweestap.client.factor.VerifyOutcome;
import io.tweestap.client.policy.Exemption;
import io.tweestap.client.policy.ExemptionState;
import io.tweestap.client.user.PutOutcome;
import io.tweestap.client.user.User;
import io.tweestap.client.user.UserChange;
import io.tweestap.client.user.UserFilter;
import io.tweestap.otp.OtpSecret;
import io.tweestap.otp.Totp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class PeopleExampleTest extends ExampleTest {
  @Test
  void aUserIsWritten() {
    UserChange anna = UserChange.empty().email("anna@example.org").groups(List.of("staff"));
    switch (tweestap.users().put("anna", anna)) {
      case PutOutcome.Done(User user) -> show(user.ref() + " is " + user.state());
      case PutOutcome.BadAddress(String code, String detail) -> show(detail);
      case PutOutcome.Closed() -> show("closed for good");
    }
    for (User user : tweestap.users().list(UserFilter.all().group("staff"))) {
      show(user.ref());
    }
    assertThat(shown).containsExactly("anna is active", "anna");
  }

  @Test
  void aFactorIsSetUp() {
    tweestap.users().put("dora", UserChange.empty());
    NewFactor app = NewFactor.of(FactorKind.TOTP).name("My phone");
    if (tweestap.factors().begin("dora", app) instanceof BeginFactorOutcome.Begun(var begun)) {
      show(begun.setup().qrSvg().value());
      FactorAttempt first = FactorAttempt.of(typed(begun));
      switch (tweestap.factors().confirm("dora", begun.factor().id(), first)) {
        case VerifyOutcome.Right<ConfirmedFactor>(ConfirmedFactor it) -> show("it works");
        case VerifyOutcome.ParametersIgnored<ConfirmedFactor>() -> show("use another app");
        case VerifyOutcome<ConfirmedFactor> other -> show("again, please");
      }
    }
    assertThat(shown.getFirst()).startsWith("<svg");
    assertThat(shown.getLast()).isEqualTo("it works");
    assertThat(tweestap.factors().list("dora").spareAdvised()).isTrue();
  }

  @Test
  void aUserIsSentToTheAccountPages() {
    tweestap.users().put("anna", UserChange.empty());
    NewAccountLink asked = NewAccountLink.empty().locale("nl");
    Secret url = tweestap.accountLinks().create("anna", asked).url();
    assertThat(url.value()).contains("/account/");
    assertThat(url.toString()).doesNotContain("/account/");
  }

  private static String typed(BegunFactor begun) {
    OtpSecret secret = OtpSecret.ofBase32(begun.setup().pairingCode().value());
    return Totp.standard().code(secret, now());
  }

  @Test
  void anAppPasswordIsMade() {
    tweestap.users().put("emil", UserChange.empty());
    Instant authenticatedAt = now();
    NewAppPassword asked = NewAppPassword.of("mail", "My phone", authenticatedAt);
    switch (tweestap.appPasswords().create("emil", asked)) {
      case CreateOutcome.Created(AppPassword made, Secret password) -> show(password.value());
      case CreateOutcome.ProofTooOld() -> show("log in again first");
      case CreateOutcome.LimitReached() -> show("remove one first");
    }
    AppPasswordCheck check = AppPasswordCheck.of("emil", "mail", shown.getFirst());
    assertThat(tweestap.appPasswords().verify(check).valid()).isTrue();
    AppPassword listed = tweestap.appPasswords().list("emil").getFirst();
    assertThat(listed.password()).isNull();
    tweestap.appPasswords().revoke("emil", listed.id());
    assertThat(tweestap.appPasswords().verify(check).valid()).isFalse();
    assertThat(tweestap.appPasswords().revokeAll("emil")).isZero();
  }

  @Test
  void aLostPhoneIsDisconnected() {
    tweestap.users().put("bob", UserChange.empty());
    app("bob");
    NewDisconnect lost =
        NewDisconnect.of("phone lost", "called back", "j.jansen").all().temporaryPass(true);
    String seen =
        switch (tweestap.disconnects().ask("bob", lost)) {
          case DisconnectOutcome.Done(Disconnect done) -> "done";
          case DisconnectOutcome.Waiting(Disconnect waiting) -> "a colleague must approve it";
          case DisconnectOutcome.SecondPersonNeeded() -> "you asked for it yourself";
          case DisconnectOutcome.Over(DisconnectState state) -> "over already";
        };
    assertThat(seen).isEqualTo("done");
    assertThat(tweestap.disconnects().waiting()).isEmpty();
  }

  @Test
  void aUserIsExempt() {
    tweestap.users().put("carla", UserChange.empty());
    Instant end = now().plus(Duration.ofDays(7));
    Exemption exempt = tweestap.exemptions().request("carla", "no phone yet", end, "j.jansen");
    if (exempt.state() == ExemptionState.REQUESTED) {
      tweestap.exemptions().approve("carla", exempt.id(), "m.meier");
    }
    assertThat(tweestap.exemptions().list("carla").getFirst().state())
        .isEqualTo(ExemptionState.ACTIVE);
    assertThat(tweestap.exemptions().end("carla", exempt.id(), "j.jansen").state())
        .isEqualTo(ExemptionState.ENDED);
  }
}
