package io.tweestap.web;

import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/// Answers what Tomcat refuses before any of our code runs, such as a path that is not valid.
final class ProblemReportValve extends ErrorReportValve {
  private static final Logger LOG = LoggerFactory.getLogger(ProblemReportValve.class);

  private final JsonMapper json;

  ProblemReportValve(JsonMapper json) {
    this.json = json;
  }

  @Override
  protected void report(Request request, Response response, @Nullable Throwable error) {
    boolean nothingSaid = response.getStatus() >= 400 && response.getContentWritten() == 0;
    if (!nothingSaid || !response.setErrorReported()) {
      return;
    }
    try {
      byte[] body = json.writeValueAsBytes(StatusProblems.of(response.getStatus()).getBody());
      response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
      response.getOutputStream().write(body);
      response.finishResponse();
    } catch (IOException e) {
      LOG.debug("the caller hung up before it got its error", e);
    }
  }
}
