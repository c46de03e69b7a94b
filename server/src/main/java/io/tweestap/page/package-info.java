/// Pages for people: server-rendered, usable without script, words in message files. Each page has
/// a package of its own; what several of them need stands here.
@ApplicationModule
@NullMarked
package io.tweestap.page;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
