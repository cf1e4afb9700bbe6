"""The only home of Streamlit."""
