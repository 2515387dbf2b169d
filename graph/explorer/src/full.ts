/** The explorer of a full page: what the light one has, and the queries. */

import "./sparql/panel";
import "./main";
