/// What a policy would do on a date: to how many, and to whom. [Forecasts] tells the story.
@NullMarked
package io.tweestap.policy.forecast;

import org.jspecify.annotations.NullMarked;
