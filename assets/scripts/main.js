/* All scripts of the site, in the order they start. */
import { page } from "./form_state.js";
import "./address.js";
import "./answers.js";
import "./filter_words.js";
import { drawAll, figure } from "./lazy_charts.js";
import "./map_keyboard.js";
import "./map_shape.js";
import "./picture_files.js";
import "./paper.js";
import "./doors.js";
import "./last_visit.js";
import "./copy.js";
import "./meeting.js";
import "./peer_editor.js";
import "./assumptions.js";
import "./scenario.js";
import "./rule_editor.js";
import "./uploaded_rates.js";
import "./wards.js";
import "./failure.js";
import "./feedback.js";

/* For a developer's console and the tests. */
Object.assign(window, { page, drawAll, pictures: { figure } });
