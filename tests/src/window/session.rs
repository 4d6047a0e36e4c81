//! One WebDriver session, spoken one question at a time.

use std::future::Future;
use std::path::Path;
use std::time::Duration;

use fantoccini::actions::Actions;
use fantoccini::elements::{Element, ElementRef};
use fantoccini::error::CmdError;
use fantoccini::wd::TimeoutConfiguration;
use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Map, Value, json};
use tokio::runtime::{Builder, Runtime};
use tokio::time::timeout;

use super::trouble::Trouble;

/// Longer than the driver itself waits for anything.
const LIMIT: Duration = Duration::from_secs(40);
/// The name by which WebDriver knows an element in JSON.
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

/// A driven window.
pub(super) struct Session {
    client: Client,
    runtime: Runtime,
}

impl Session {
    /// Lets the driver start the app.
    pub(super) fn open(port: u16, program: &Path, words: &[&str]) -> Result<Self, Trouble> {
        let runtime = Builder::new_current_thread()
            .enable_all()
            .build()
            .map_err(|error| Trouble::new(format!("No runtime for the driver: {error}.")))?;
        let mut wanted = Map::new();
        wanted.insert("webkitgtk:browserOptions".to_owned(), json!({ "binary": program, "args": words }));
        let mut builder = ClientBuilder::new(HttpConnector::new());
        builder.capabilities(wanted);
        let address = format!("http://127.0.0.1:{port}");
        let client = runtime
            .block_on(async { timeout(LIMIT, builder.connect(&address)).await })
            .map_err(|_| Trouble::new("The app started, but no window of it came within 40 seconds."))?
            .map_err(|error| Trouble::new(format!("The app's window could not be reached: {error}.")))?;
        let session = Self { client, runtime };
        let script = Duration::from_secs(30);
        let limits = TimeoutConfiguration::new(Some(script), Some(script), Some(Duration::ZERO));
        session.wait(session.client.update_timeouts(limits))?;
        Ok(session)
    }

    pub(super) fn script(&self, script: &str, arguments: Vec<Value>) -> Result<Value, Trouble> {
        self.wait(self.client.execute(script, arguments))
    }

    /// The last argument of the script is what it calls with its answer.
    pub(super) fn script_with_answer(&self, script: &str, arguments: Vec<Value>) -> Result<Value, Trouble> {
        self.wait(self.client.execute_async(script, arguments))
    }

    pub(super) fn click(&self, element: &Value) -> Result<(), Trouble> {
        let element = self.element(element)?;
        self.wait(element.click())
    }

    pub(super) fn perform(&self, actions: Actions) -> Result<(), Trouble> {
        self.wait(self.client.perform_actions(actions))
    }

    pub(super) fn title(&self) -> Result<String, Trouble> {
        self.wait(self.client.title())
    }

    pub(super) fn resize(&self, width: u32, height: u32) -> Result<(), Trouble> {
        self.wait(self.client.set_window_size(width, height))
    }

    /// The next frame of the content as a PNG.
    pub(super) fn picture(&self) -> Result<Vec<u8>, Trouble> {
        self.wait(self.client.screenshot())
    }

    fn element(&self, json: &Value) -> Result<Element, Trouble> {
        let id = json[ELEMENT].as_str().ok_or_else(|| Trouble::new("The page named no element"))?;
        Ok(Element::from_element_id(self.client.clone(), ElementRef::from(id.to_owned())))
    }

    fn wait<T>(&self, question: impl Future<Output = Result<T, CmdError>>) -> Result<T, Trouble> {
        self.runtime
            .block_on(async { timeout(LIMIT, question).await })
            .map_err(|_| Trouble::new("the window does not answer"))?
            .map_err(|error| Trouble::new(short(&error)))
    }
}

/// The driver's own sentence, without its stack.
fn short(error: &CmdError) -> String {
    match error {
        CmdError::Standard(error) => format!("{}: {}", error.error(), error.message),
        other => other.to_string(),
    }
}
