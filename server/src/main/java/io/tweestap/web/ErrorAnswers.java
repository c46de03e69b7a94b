package io.tweestap.web;

import io.tweestap.shared.web.Problem;
import io.tweestap.shared.web.ProblemWriter;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/// Answers what went wrong outside of an endpoint: in a filter, in the firewall, in the server.
@Controller
class ErrorAnswers implements ErrorController {
  private final ProblemWriter problems;
  private final UnexpectedErrors unexpected;

  ErrorAnswers(ProblemWriter problems, UnexpectedErrors unexpected) {
    this.problems = problems;
    this.unexpected = unexpected;
  }

  @RequestMapping("/error")
  void error(HttpServletRequest request, HttpServletResponse response) throws IOException {
    problems.write(response, problem(request).getBody());
  }

  private Problem problem(HttpServletRequest request) {
    if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable error) {
      return unexpected.problem(error);
    }
    return request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer status
        ? StatusProblems.of(status)
        : StatusProblems.of(404);
  }
}
