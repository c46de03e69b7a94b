package io.tweestap.functional;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;

/// Security keys that Chromium plays (WebDriver's virtual authenticators, by CDP). All are plugged
/// in; one is touched at a time, the newest if nobody says otherwise.
final class VirtualKeys {
  private final CDPSession session;
  private final List<String> keys = new ArrayList<>();

  VirtualKeys(Page page) {
    session = page.context().newCDPSession(page);
    session.send("WebAuthn.enable");
  }

  /// Plugs another one in.
  String another() {
    keys.forEach(key -> touch(key, false));
    JsonObject options = new JsonObject();
    options.addProperty("protocol", "ctap2");
    options.addProperty("transport", "usb");
    options.addProperty("hasResidentKey", true);
    options.addProperty("hasUserVerification", true);
    options.addProperty("isUserVerified", true);
    options.addProperty("automaticPresenceSimulation", true);
    JsonObject asked = new JsonObject();
    asked.add("options", options);
    JsonObject added = session.send("WebAuthn.addVirtualAuthenticator", asked);
    keys.add(added.get("authenticatorId").getAsString());
    return keys.getLast();
  }

  void touchOnly(String key) {
    keys.forEach(one -> touch(one, one.equals(key)));
  }

  private void touch(String key, boolean touched) {
    JsonObject asked = about(key);
    asked.addProperty("enabled", touched);
    session.send("WebAuthn.setAutomaticPresenceSimulation", asked);
  }

  /// What somebody with a copy of the key's only credential has: the same, as it was once.
  ///
  /// @param counter how often the copy was used
  void replaceByCopy(String key, int counter) {
    JsonObject credential =
        session
            .send("WebAuthn.getCredentials", about(key))
            .getAsJsonArray("credentials")
            .get(0)
            .getAsJsonObject();
    JsonObject gone = about(key);
    gone.add("credentialId", credential.get("credentialId"));
    session.send("WebAuthn.removeCredential", gone);
    credential.addProperty("signCount", counter);
    JsonObject copied = about(key);
    copied.add("credential", credential);
    session.send("WebAuthn.addCredential", copied);
  }

  private static JsonObject about(String key) {
    JsonObject asked = new JsonObject();
    asked.addProperty("authenticatorId", key);
    return asked;
  }
}
