/** The panels of the explorer; each module adds its own to the registry when it is loaded. */

import "./panels/about";
import "./panels/filters";
import "./panels/profile";
import "./panels/path";
import "./panels/compare";
import "./panels/exports";
