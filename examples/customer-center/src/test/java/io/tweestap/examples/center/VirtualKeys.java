package io.tweestap.examples.center;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;

/// Security keys that Chromium plays (WebDriver's virtual authenticators, by CDP). One is touched
/// at a time.
final class VirtualKeys {
  private final CDPSession session;
  private final List<String> keys = new ArrayList<>();

  VirtualKeys(Page page) {
    session = page.context().newCDPSession(page);
    session.send("WebAuthn.enable");
  }

  /// Plugs another one in, and touches it from now on.
  String another() {
    keys.forEach(key -> touch(key, false));
    var options = new JsonObject();
    options.addProperty("protocol", "ctap2");
    options.addProperty("transport", "usb");
    options.addProperty("hasResidentKey", true);
    options.addProperty("hasUserVerification", true);
    options.addProperty("isUserVerified", true);
    options.addProperty("automaticPresenceSimulation", true);
    var asked = new JsonObject();
    asked.add("options", options);
    String key =
        session
            .send("WebAuthn.addVirtualAuthenticator", asked)
            .get("authenticatorId")
            .getAsString();
    keys.add(key);
    return key;
  }

  private void touch(String key, boolean touched) {
    var asked = new JsonObject();
    asked.addProperty("authenticatorId", key);
    asked.addProperty("enabled", touched);
    session.send("WebAuthn.setAutomaticPresenceSimulation", asked);
  }

  /// Touches this one and no other.
  void touchOnly(String key) {
    keys.forEach(one -> touch(one, one.equals(key)));
  }

  /// Takes one away for good.
  void unplug(String key) {
    var asked = new JsonObject();
    asked.addProperty("authenticatorId", key);
    session.send("WebAuthn.removeVirtualAuthenticator", asked);
    keys.remove(key);
  }
}
