package io.tweestap.spring;

import io.tweestap.client.login.Login;
import io.tweestap.client.login.LoginResult;

/// How a second step begins.
sealed interface Begun {
  /// None is needed.
  record Passed(Login login, LoginResult result) implements Begun {}

  /// The browser goes elsewhere.
  ///
  /// @param url the hosted prompt, or a page of the application
  record Away(String url) implements Begun {}

  /// No login.
  ///
  /// @param why for a log
  record Refused(String why) implements Begun {}
}
