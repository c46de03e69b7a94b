package io.tweestap.examples.center;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// The page of the login and the page after it.
@Controller
class StartController {
  @GetMapping("/login")
  String login() {
    return "login";
  }

  @GetMapping("/")
  String start() {
    return "start";
  }
}
